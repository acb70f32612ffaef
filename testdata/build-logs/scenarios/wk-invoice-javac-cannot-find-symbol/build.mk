SRC := $(wildcard src/*.java)
classes:
	@echo "[javac] $(words $(SRC)) files"
	@mkdir -p out
	@javac -Xlint:deprecation -d out $(SRC)
test: classes
	java -ea -cp out SelfTest
jar: classes
	jar cf invoice.jar -C out .
