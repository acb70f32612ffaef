console.error("prebuilt WARN install No prebuilt binaries found (target=20 runtime=node arch=x64 platform=linux)");
process.exit(1);
