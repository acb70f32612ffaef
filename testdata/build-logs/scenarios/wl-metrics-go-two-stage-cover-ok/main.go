package main

import (
	"expvar"
	"flag"
	"fmt"
	"log"
	"net/http"

	"github.com/google/uuid"
)

var failures = expvar.NewMap("job_failures")

func fail(job string) string {
	id := uuid.NewSHA1(uuid.NameSpaceDNS, []byte(job)).String()
	log.Printf("ERROR job %s failed (%s)", job, id)
	failures.Add(job, 1)
	return id
}

func main() {
	once := flag.Bool("once", false, "")
	flag.Parse()
	if *once {
		fail("selftest")
		fmt.Println("selftest: counted", failures)
		return
	}
	log.Fatal(http.ListenAndServe(":9100", nil))
}
