package main

import (
	"fmt"

	"github.com/gorilla/mux"
	"gopkg.in/yaml.v3"
)

func main() { fmt.Println(mux.NewRouter(), yaml.Marshal) }
