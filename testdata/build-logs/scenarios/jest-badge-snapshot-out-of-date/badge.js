module.exports = (text, colour = "green") => `<span class="badge badge-${colour}">${text}</span>`;
