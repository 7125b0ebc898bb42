package bot

import (
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

func heapChoices(agency plan.Agency, duties []index.Duty) [][]Button { return nil }

func (a *Answerer) furtherChoices(found []Found) [][]Button { return nil }
