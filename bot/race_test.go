//go:build race

package bot_test

// Under the race detector a sweep over every relevance case takes ten times as
// long, and shares nothing between goroutines that other tests do not.
const raceDetector = true
