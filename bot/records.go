package bot

import "context"

// Records keep who follows which agency, how each duty stands and what was
// changed by whom.
type Records interface {
	followStore
	dutiesStore
	progressStore
	officeStore
	MarkReachable(ctx context.Context, chat int64) error
}
