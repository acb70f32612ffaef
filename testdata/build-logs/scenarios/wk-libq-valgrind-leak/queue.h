struct node { char *name; struct node *next; };
struct node *push(struct node *head, const char *name);
struct node *pop(struct node *head);
int valid_name(const char *s);
