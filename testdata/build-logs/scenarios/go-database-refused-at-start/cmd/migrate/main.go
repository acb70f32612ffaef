package main

import (
	"flag"
	"log"
	"net"
	"os"
	"path/filepath"
	"time"
)

func main() {
	dir := flag.String("dir", ".", "folder of the migrations")
	flag.Parse()
	files, err := filepath.Glob(filepath.Join(*dir, "*.sql"))
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("found %d migrations in %s", len(files), *dir)
	for attempt := 1; ; attempt++ {
		conn, err := net.DialTimeout("tcp", os.Getenv("DATABASE_ADDR"), time.Second)
		if err == nil {
			conn.Close()
			break
		}
		if attempt == 5 {
			log.Fatalf("cannot connect to the database: %v", err)
		}
		log.Printf("database is not ready, attempt %d of 5", attempt)
		time.Sleep(300 * time.Millisecond)
	}
}
