package notify

func Show(text string) {}
