let answer = 42;
const unused = 1;
export default () => fetchAll(answer);
