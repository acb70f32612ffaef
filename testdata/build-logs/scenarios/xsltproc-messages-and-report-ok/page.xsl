<?xml version="1.0"?>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="html"/>
  <xsl:template match="/page">
    <xsl:if test="not(title)"><xsl:message>ERROR: a page without title, "untitled" is taken</xsl:message></xsl:if>
    <h1><xsl:value-of select="title"/></h1>
  </xsl:template>
</xsl:stylesheet>
