package org.example;

public class Tabs {
	int width = 8;

	int indent(int n) {
		return n * width;	
	}
}
