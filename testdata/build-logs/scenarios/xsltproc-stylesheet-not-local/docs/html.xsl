<?xml version="1.0"?>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:import href="http://cdn.example.org/xsl/current/html/docbook.xsl"/>
  <xsl:param name="section.autolabel" select="1"/>
</xsl:stylesheet>
