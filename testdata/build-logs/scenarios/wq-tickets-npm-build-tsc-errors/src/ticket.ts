export interface Ticket {
  id: number;
  title: string;
  assignee?: { name: string; mail: string };
}

export function label(ticket: Ticket): string {
  return `#${ticket.id} ${ticket.title} (${ticket.assignee.name})`;
}
