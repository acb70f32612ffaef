package main

import (
	"database/sql"
	"flag"
	"log"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	path := flag.String("init", "", "database to create")
	flag.Parse()
	db, err := sql.Open("sqlite3", *path)
	if err != nil {
		log.Fatal(err)
	}
	if _, err = db.Exec("CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, cents INTEGER NOT NULL)"); err != nil {
		log.Fatalf("init %s: %v", *path, err)
	}
	log.Print("database is ready")
}
