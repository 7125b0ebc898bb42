package plan

import "fmt"

// phraseTree holds all that parties are called, word by word, so that the
// longest name at a place of a text is found in one walk.
type phraseTree struct {
	next   map[string]*phraseTree
	target *phraseTarget // nil where no name ends
}

// phraseTarget is the agency or the group that a phrase means.
type phraseTarget struct {
	agency string
	group  string
}

// cityKey is the key of "Thành phố", which closes most names and may be left
// out of them.
const cityKey = "tp"

// indexPhrases enters every name and alias of agencies and groups. Names that
// several agencies share are no help in a document and stay out.
func (r *Register) indexPhrases() error {
	r.phrases = &phraseTree{}
	for _, g := range r.groups {
		for _, name := range append([]string{g.Name}, g.Aliases...) {
			if err := r.phrases.add(name, WordsOf(name), phraseTarget{group: g.ID}); err != nil {
				return fmt.Errorf("groups: %s: %w", g.ID, err)
			}
		}
	}
	for _, a := range r.agencies {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			words := WordsOf(name)
			if len(r.names[keyOf(words)]) > 1 {
				continue
			}
			if err := r.phrases.add(name, words, phraseTarget{agency: a.ID}); err != nil {
				return fmt.Errorf("agencies: %s: %w", a.ID, err)
			}
		}
	}
	return nil
}

// add enters a name that is cut into words, and the same without "Thành phố" at
// its end.
func (t *phraseTree) add(name string, words []Word, target phraseTarget) error {
	if err := t.addWords(words, target); err != nil {
		return fmt.Errorf("alias %q: %w", name, err)
	}
	last := len(words) - 1
	if last < 2 || words[last].Key != cityKey || target.agency == "" {
		return nil
	}
	if err := t.addWords(words[:last], target); err != nil {
		return fmt.Errorf("alias %q without the city: %w", name, err)
	}
	return nil
}

func (t *phraseTree) addWords(words []Word, target phraseTarget) error {
	node := t
	for _, w := range words {
		if node.next == nil {
			node.next = make(map[string]*phraseTree)
		}
		child := node.next[w.Key]
		if child == nil {
			child = &phraseTree{}
			node.next[w.Key] = child
		}
		node = child
	}
	if node.target != nil && *node.target != target {
		return fmt.Errorf("already means %s%s", node.target.agency, node.target.group)
	}
	node.target = &target
	return nil
}

// longest returns what the longest phrase at the beginning of the words means
// and how many words it takes; nil where none begins there.
func (t *phraseTree) longest(words []Word) (*phraseTarget, int) {
	var found *phraseTarget
	length := 0
	node := t
	for i, w := range words {
		if i > 0 && w.before > sepSoft {
			break
		}
		node = node.next[w.Key]
		if node == nil {
			break
		}
		if node.target != nil {
			found, length = node.target, i+1
		}
	}
	return found, length
}
