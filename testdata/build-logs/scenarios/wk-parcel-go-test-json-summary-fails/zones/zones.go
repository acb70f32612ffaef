package zones

func Of(zip string) byte { return zip[0] }
