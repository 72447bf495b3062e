// The example is driven as a browser does it: over HTTP, with a cookie jar.

package main

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"testing"
)

// visit asks for the page and returns its text.
func visit(t *testing.T, client *http.Client, url string) string {
	t.Helper()
	answer, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestVisits(t *testing.T) {
	server := httptest.NewServer(handler())
	defer server.Close()
	newClient := func() *http.Client {
		jar, _ := cookiejar.New(nil)
		return &http.Client{Jar: jar}
	}
	ann, bo := newClient(), newClient()
	for i, step := range []struct {
		client *http.Client
		want   string
	}{
		{ann, "visits: 1\n"},
		{ann, "visits: 2\n"},
		{bo, "visits: 1\n"},
		{ann, "visits: 3\n"},
	} {
		if got := visit(t, step.client, server.URL); got != step.want {
			t.Errorf("request %d: got %q, want %q", i+1, got, step.want)
		}
	}
	if got := visit(t, ann, server.URL+"/favicon.ico"); got != "404 page not found\n" {
		t.Errorf("favicon.ico: got %q", got)
	}
	if got := visit(t, ann, server.URL); got != "visits: 4\n" {
		t.Errorf("an icon was counted: %q", got)
	}
}
