// Command refused does not compile, because its store lacks a method of Provider.
package main

import "github.com/astaxie/session"

type store struct{}

func (store) SessionInit(sid string) (session.Session, error) { return nil, nil }
func (store) SessionRead(sid string) (session.Session, error) { return nil, nil }
func (store) SessionDestroy(sid string) error                 { return nil }

func main() {
	session.Register("store", store{})
}
