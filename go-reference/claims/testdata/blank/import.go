//go:build imported

package main

import _ "github.com/astaxie/session/providers/memory"
