INSERT INTO customers (name) VALUES ('Ann'), ('Bob');
INSERT INTO orders (customer_id, placed) VALUES (1, '2025-01-04');
INSERT INTO order_lines (order_id, item) VALUES (1, 'book');
