// Command example counts a visitor's visits, in a session of the chapter's
// own manager. The two regions are the chapter's second and third listing as
// printed, four spaces and all: gofmt lists this file for them.
package main

// #region example.import
import (
    "github.com/astaxie/session"
    _ "github.com/astaxie/session/providers/memory"
)
// #endregion example.import

// #region example.init
var globalSessions *session.Manager

// initialize in init() function
func init() {
    globalSessions, _ = session.NewManager("memory", "gosessionid", 3600)
    go globalSessions.GC()
}
// #endregion example.init
