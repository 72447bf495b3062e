module github.com/astaxie/session

go 1.26

toolchain go1.26.8
