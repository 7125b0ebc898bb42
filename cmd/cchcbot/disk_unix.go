//go:build unix

package main

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// freeBytes is how much room a user has on the disk of a directory.
func freeBytes(directory string) (int64, error) {
	var disk unix.Statfs_t
	if err := unix.Statfs(directory, &disk); err != nil {
		return 0, fmt.Errorf("directory %s: %w", directory, err)
	}
	return int64(disk.Bavail) * int64(disk.Bsize), nil //nolint:unconvert // the types differ between systems
}
