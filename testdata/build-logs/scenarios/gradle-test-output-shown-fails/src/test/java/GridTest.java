import static org.junit.Assert.assertEquals;

import org.junit.Ignore;
import org.junit.Test;

public class GridTest {
    @Test
    public void cell0() {
        System.err.println("error of cell 0: none");
        assertEquals(0, Grid.cell(0, 0));
    }

    @Test
    public void cell1() {
        System.err.println("error of cell 1: none");
        assertEquals(1, Grid.cell(1, 0));
    }

    @Test
    public void cell2() {
        System.err.println("error of cell 2: none");
        assertEquals(2, Grid.cell(2, 0));
    }

    @Test
    public void cell3() {
        System.err.println("error of cell 3: none");
        assertEquals(3, Grid.cell(3, 0));
    }

    @Test
    public void cell4() {
        System.err.println("error of cell 4: none");
        assertEquals(4, Grid.cell(4, 0));
    }

    @Test
    public void cell5() {
        System.err.println("error of cell 5: none");
        assertEquals(5, Grid.cell(5, 0));
    }

    @Test
    public void cell6() {
        System.err.println("error of cell 6: none");
        assertEquals(6, Grid.cell(6, 0));
    }

    @Test
    public void cell7() {
        System.err.println("error of cell 7: none");
        assertEquals(7, Grid.cell(7, 0));
    }

    @Test
    public void cell8() {
        System.err.println("error of cell 8: none");
        assertEquals(8, Grid.cell(8, 0));
    }

    @Test
    public void cell9() {
        System.err.println("error of cell 9: none");
        assertEquals(9, Grid.cell(9, 0));
    }

    @Test
    public void cell10() {
        System.err.println("error of cell 10: none");
        assertEquals(10, Grid.cell(0, 1));
    }

    @Test
    public void cell11() {
        System.err.println("error of cell 11: none");
        assertEquals(11, Grid.cell(1, 1));
    }

    @Test
    public void cell12() {
        System.err.println("error of cell 12: none");
        assertEquals(12, Grid.cell(2, 1));
    }

    @Test
    public void cell13() {
        System.err.println("error of cell 13: none");
        assertEquals(13, Grid.cell(3, 1));
    }

    @Test
    public void cell14() {
        System.err.println("error of cell 14: none");
        assertEquals(14, Grid.cell(4, 1));
    }

    @Test
    public void cell15() {
        System.err.println("error of cell 15: none");
        assertEquals(15, Grid.cell(5, 1));
    }

    @Test
    public void cell16() {
        System.err.println("error of cell 16: none");
        assertEquals(16, Grid.cell(6, 1));
    }

    @Test
    public void cell17() {
        System.err.println("error of cell 17: none");
        assertEquals(71, Grid.cell(7, 1));
    }

    @Test
    public void cell18() {
        System.err.println("error of cell 18: none");
        assertEquals(18, Grid.cell(8, 1));
    }

    @Test
    public void cell19() {
        System.err.println("error of cell 19: none");
        assertEquals(19, Grid.cell(9, 1));
    }

    @Test
    public void cell20() {
        System.err.println("error of cell 20: none");
        assertEquals(20, Grid.cell(0, 2));
    }

    @Test
    public void cell21() {
        System.err.println("error of cell 21: none");
        assertEquals(21, Grid.cell(1, 2));
    }

    @Test
    public void cell22() {
        System.err.println("error of cell 22: none");
        assertEquals(22, Grid.cell(2, 2));
    }

    @Test
    public void cell23() {
        System.err.println("error of cell 23: none");
        assertEquals(23, Grid.cell(3, 2));
    }

    @Ignore
    @Test
    public void failed() {}
}
