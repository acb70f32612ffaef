export default {build: {chunkSizeWarningLimit: 0.01}, define: {}};
