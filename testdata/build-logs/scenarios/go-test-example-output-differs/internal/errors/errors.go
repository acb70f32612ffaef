package errors

const Failed = "failed"
