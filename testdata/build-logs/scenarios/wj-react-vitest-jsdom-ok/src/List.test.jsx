import React from 'react';
import { afterEach, expect, test } from 'vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { Guard, List } from './List.jsx';

afterEach(cleanup);

test('shows items', () => {
  render(<List items={['a', 'b']} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('an error of a child is caught', () => {
  const Broken = () => { throw new Error('broken child'); };
  render(<Guard><Broken /></Guard>);
  expect(screen.getByText('something failed')).toBeTruthy();
});
