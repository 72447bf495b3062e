module github.com/astaxie/session/cmd/load

go 1.26.0

toolchain go1.26.8

require (
	github.com/alexedwards/scs/goredisstore v0.0.0-20251002162104-209de6e426de
	github.com/alexedwards/scs/v2 v2.9.0
	github.com/astaxie/session v0.0.0
	github.com/astaxie/session/providers/redis v0.0.0
	github.com/redis/go-redis/v9 v9.23.0
)

require (
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	go.uber.org/atomic v1.12.0 // indirect
	golang.org/x/sys v0.48.0 // indirect
)

replace (
	github.com/astaxie/session => ../..
	github.com/astaxie/session/providers/redis => ../../providers/redis
)
