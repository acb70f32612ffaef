import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from './App';

describe('App', () => {
  afterEach(cleanup);

  it('shows a week', () => {
    render(<App />);
    expect(screen.getAllByRole('listitem')).toHaveLength(7);
  });

  it('shows more', () => {
    render(<App />);
    fireEvent.click(screen.getByText('more'));
    expect(screen.getByRole('heading').textContent).toBe('Errors of the last 8 days');
  });
});
