// Tests the example over HTTP with a cookie jar, as a browser uses it.

package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"testing"
)

// visit requests the page and returns its text.
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
	// The port's test reads the same file.
	text, err := os.ReadFile("../../testdata/requests.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Method, Path, Body string
		Status             int
	}
	if err := json.Unmarshal(text, &cases); err != nil || len(cases) < 6 {
		t.Fatal(len(cases), err)
	}
	for _, c := range cases {
		request, err := http.NewRequest(c.Method, server.URL+c.Path, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := newClient().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || answer.StatusCode != c.Status || string(body) != c.Body {
			t.Errorf("%s %s: got %d %q, %v", c.Method, c.Path, answer.StatusCode, body, err)
		}
	}
	if got := visit(t, ann, server.URL); got != "visits: 4\n" {
		t.Errorf("a request that is not a visit was counted: %q", got)
	}
}
