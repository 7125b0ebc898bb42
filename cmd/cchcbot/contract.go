package main

import (
	"math"

	"cchcbot/bot/answer"
	"cchcbot/seeds/plan"
)

// contract is an answer as JSON, as ask --json prints it.
type contract struct {
	Question string          `json:"question"`
	Intent   string          `json:"intent"`
	Plan     string          `json:"plan"`
	Agency   *contractAgency `json:"agency,omitempty"`
	Units    []contractUnit  `json:"units"`
	Total    int             `json:"total"`
	Text     string          `json:"text"`

	Understood string         `json:"understood,omitempty"`
	Count      *int           `json:"count,omitempty"`
	Near       []contractUnit `json:"near,omitempty"`
}

type contractAgency struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Groups []string `json:"groups"`
}

type contractUnit struct {
	ID       string    `json:"id"`
	Role     plan.Role `json:"role,omitempty"`
	Via      plan.Via  `json:"via,omitempty"`
	Score    float64   `json:"score"`
	Title    string    `json:"title"`
	Lead     string    `json:"lead,omitempty"`
	Support  string    `json:"support,omitempty"`
	Product  string    `json:"product,omitempty"`
	Deadline string    `json:"deadline,omitempty"`
}

func contractAnswer(text string, answer answer.Answer) contract {
	c := contract{
		Question: text,
		Intent:   string(answer.Intent),
		Plan:     answer.Plan.Number,
		Units:    make([]contractUnit, 0, len(answer.Units)),
		Total:    len(answer.Units),
		Text:     answer.Text.Plain(),
	}
	if a := answer.Agency; a != nil {
		c.Agency = &contractAgency{ID: a.ID, Name: a.Name, Groups: a.Groups}
	}
	c.Units = append(c.Units, contractUnits(answer.Units)...)
	c.Understood, c.Count, c.Near = answer.Understood, answer.Count, contractUnits(answer.Near)
	return c
}

func contractUnits(found []answer.Found) []contractUnit {
	var units []contractUnit
	for _, f := range found {
		units = append(units, contractUnit{
			ID: f.Unit.ID, Role: f.Role, Via: f.Via, Score: math.Round(1000*min(max(f.Score, 0), 1)) / 1000, Title: f.Unit.Text,
			Lead: f.Unit.Lead, Support: f.Unit.Support, Product: f.Unit.Product, Deadline: f.Unit.Deadline.Words,
		})
	}
	return units
}
