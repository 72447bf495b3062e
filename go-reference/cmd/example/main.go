// Command example counts a visitor's visits in a session. The two regions are
// the chapter's second and third listing as printed. They are indented with four
// spaces, so gofmt lists this file.
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
