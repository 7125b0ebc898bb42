package simulator

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// stranger says why a request is not served: it came under a foreign host name
// (DNS rebinding), or a foreign web page sent it. Bots and command lines send
// neither header and pass.
func (s *Server) stranger(r *http.Request) string {
	if !s.ownHost(r.Host) {
		return "this host name is not served: open the page at a loopback address"
	}
	if origin := r.Header.Get("Origin"); origin != "" {
		if u, err := url.Parse(origin); err != nil || u.Host != r.Host {
			return "requests of other web pages are not served"
		}
	}
	opensPage := r.Method == http.MethodGet && r.URL.Path == "/"
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site":
		if !opensPage {
			return "requests of other web pages are not served"
		}
	}
	return ""
}

// ownHost reports whether a Host header names this machine, or a host that the
// Options allow.
func (s *Server) ownHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	if ip := net.ParseIP(host); ip != nil && ip.IsLoopback() {
		return true
	}
	return host == "localhost" || slices.Contains(s.options.AllowedHosts, host)
}
