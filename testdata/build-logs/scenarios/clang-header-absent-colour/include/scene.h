struct node { int kind; struct node *next; };
