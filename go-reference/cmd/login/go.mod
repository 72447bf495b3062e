module example.com/app

go 1.26

require github.com/astaxie/session v0.0.0

replace github.com/astaxie/session => ../..
