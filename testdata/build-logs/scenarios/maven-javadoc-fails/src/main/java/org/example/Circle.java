package org.example;

/** A circle; its radius is > 0 and its area <= max. */
public class Circle {
    /**
     * The area.
     *
     * @param radius in metres
     * @return square metres & more
     */
    public double area(double r) {
        return Math.PI * r * r;
    }
}
