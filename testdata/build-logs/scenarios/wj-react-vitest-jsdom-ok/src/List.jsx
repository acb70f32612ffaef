import React from 'react';

export function List({ items }) {
  return <ul>{items.map((item) => <li>{item}</li>)}</ul>;
}

export class Guard extends React.Component {
  state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  render() {
    return this.state.failed ? <p>something failed</p> : this.props.children;
  }
}
