def java = new File(System.getProperty('jdk25.home', '/usr/lib/jvm/temurin-25-jdk-amd64'), 'bin/java')
if (!java.exists()) {
  println "skipped: there is no JDK 25 at ${java}; set -Djdk25.home"
}
return java.exists()
