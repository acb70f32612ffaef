package report

var names = []string{
	"daily",
	"weekly",
	"monthly",
}
