module cchcbot

go 1.26
