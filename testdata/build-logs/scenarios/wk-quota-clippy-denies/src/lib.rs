pub struct Quota {
    limits: Vec<u32>,
}

impl Quota {
    pub fn new(limits: Vec<u32>) -> Self {
        Quota { limits: limits }
    }

    pub fn is_empty(&self) -> bool {
        self.limits.len() == 0
    }

    pub fn total(&self) -> u32 {
        let mut t = 0;
        for i in 0..self.limits.len() {
            t += self.limits[i];
        }
        t
    }
}
