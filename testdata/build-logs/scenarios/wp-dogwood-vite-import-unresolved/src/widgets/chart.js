export class Chart { constructor(d) { this.node = document.createTextNode(d.format()) } }
