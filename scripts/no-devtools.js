// Ink asks for the React developer tools only when DEV=true; the bundle carries this in their place.
export default { initialize() {}, connectToDevTools() {} };
