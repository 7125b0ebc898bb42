package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// setting is one choice: a flag, an environment variable, or both.
type setting struct {
	flag     string // "" for what must not stand in a list of processes
	env      string // "" where only a flag makes sense
	standard string // the value where nothing is said
	inTry    string // the standard of try, where it is another
	meaning  string
	deploys  bool     // the bare program is serve where it is given
	flagOnly bool     // try does not read it from the environment
	secret   bool     // the environment may name a file that holds the value
	of       []string // the commands that know it
	set      func(string) error
}

// preset gives the setting the value of the environment, else its standard.
func (one setting) preset(command string, getenv func(string) string) error {
	value, from, err := one.lookup(getenv)
	if command == "try" && one.flagOnly {
		value, err = "", nil
	}
	if err != nil {
		return err
	}
	if value == "" {
		value = one.standard
		if command == "try" && one.inTry != "" {
			value = one.inTry
		}
	}
	if value == "" {
		return nil
	}
	if err := one.set(value); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return nil
}

// lookup returns what the environment says, and which variable says it.
func (one setting) lookup(getenv func(string) string) (value, from string, err error) {
	if one.env == "" {
		return "", "", nil
	}
	value = getenv(one.env)
	name := ""
	if one.secret {
		name = getenv(one.env + fileSuffix)
	}
	switch {
	case name == "":
		return value, one.env, nil
	case value != "":
		return "", "", fmt.Errorf("%s and %s are both set", one.env, one.env+fileSuffix)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return "", "", fmt.Errorf("%s: %w", one.env+fileSuffix, err)
	}
	return strings.TrimSpace(string(content)), one.env + fileSuffix, nil
}

func (one setting) belongsTo(commands ...string) bool {
	return slices.ContainsFunc(commands, func(c string) bool { return slices.Contains(one.of, c) })
}

// names are the ways to give the setting.
func (one setting) names() []string {
	var names []string
	if one.flag != "" {
		names = append(names, "--"+one.flag)
	}
	if one.env != "" {
		names = append(names, one.env)
	}
	return names
}

// description says what the setting means and what holds where it is not given.
func (one setting) description() string {
	words := strings.ReplaceAll(one.meaning, "`", "")
	if value := one.shownStandard(); value != "" {
		words += " (default " + strings.ReplaceAll(value, "`", "") + ")"
	}
	return words
}

// shownStandard is the standard value as the help and the README show it.
func (one setting) shownStandard() string {
	switch {
	case one.standard == "" && one.inTry == "":
		return ""
	case one.standard == "":
		return "try: `" + one.inTry + "`"
	case one.inTry == "":
		return "`" + one.standard + "`"
	}
	return "`" + one.standard + "`; try: `" + one.inTry + "`"
}
