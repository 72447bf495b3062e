// Command bench measures the original at one number of sessions. It prints the
// figures as one line of JSON, with the keys of the port's
// src/bench/measure.ts:
//
//	go run ./cmd/bench SESSIONS
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
)

// provider is the listing's provider, which bench uses without a manager.
var provider session.Provider

// figures are rates per second, bytes per session and microseconds per pass.
type figures struct {
	CreatePerSecond         float64 `json:"createPerSecond"`
	UsePerSecond            float64 `json:"usePerSecond"`
	DestroyPerSecond        float64 `json:"destroyPerSecond"`
	BytesPerSession         float64 `json:"bytesPerSession"`
	CollectNoneMicroseconds float64 `json:"collectNoneMicroseconds"`
	CollectAllMicroseconds  float64 `json:"collectAllMicroseconds"`
}

const hour = 3600 // seconds

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func fill(sids []string) time.Duration {
	start := time.Now()
	for _, sid := range sids {
		s, err := provider.SessionInit(sid)
		if err != nil {
			panic(err)
		}
		s.Set("user", "Ann")
	}
	return time.Since(start)
}

func main() {
	n := 0
	if len(os.Args) == 2 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	if n <= 0 {
		fmt.Fprintln(os.Stderr, "usage: bench SESSIONS")
		os.Exit(2)
	}
	provider = memory.Registered()

	// The ids have 43 characters, as real session ids have. They are made before
	// the heap is first measured, so that their memory is not counted.
	sids := make([]string, n)
	for i := range sids {
		id := strconv.Itoa(i)
		sids[i] = strings.Repeat("s", 43-len(id)) + id
	}
	order := make([]uint32, max(n, 100_000))
	seed := uint32(1)
	for i := range order {
		seed = seed*1664525 + 1013904223
		order[i] = seed % uint32(n)
	}

	// A negative lifetime expires even a session that was just used.
	const all = -10
	rounds := (100_000 + n - 1) / n
	var created, collectedAll time.Duration
	for range rounds {
		created += fill(sids)
		start := time.Now()
		provider.SessionGC(all)
		collectedAll += time.Since(start)
	}

	before := heap()
	fill(sids)
	bytes := float64(heap()) - float64(before)

	start := time.Now()
	for _, i := range order {
		s, _ := provider.SessionRead(sids[i])
		s.Get("user")
	}
	used := time.Since(start)

	const passes = 1000
	start = time.Now()
	for range passes {
		provider.SessionGC(hour)
	}
	none := time.Since(start)

	gone := min(n, 100_000)
	start = time.Now()
	for _, sid := range sids[:gone] {
		provider.SessionDestroy(sid)
	}
	destroyed := time.Since(start)

	json.NewEncoder(os.Stdout).Encode(figures{
		CreatePerSecond:         float64(n*rounds) / created.Seconds(),
		UsePerSecond:            float64(len(order)) / used.Seconds(),
		DestroyPerSecond:        float64(gone) / destroyed.Seconds(),
		BytesPerSession:         bytes / float64(n),
		CollectNoneMicroseconds: none.Seconds() * 1e6 / passes,
		CollectAllMicroseconds:  collectedAll.Seconds() * 1e6 / float64(rounds),
	})
}
