console.log(process.versions.node);
console.log(process.argv[2]);
