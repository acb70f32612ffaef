println "Reading the settings"
def conf = new ConfigSlurper().parse('port = 80')
println "port ${conf.port}"
println "host ${hostname.toUpperCase()}"
